"""Fazhi Watch: finds, keeps and compares annual rule-of-law reports."""
