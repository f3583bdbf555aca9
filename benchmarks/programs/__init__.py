"""The programs a benchmark runs beside ours: what one would write first, each as a script of its own."""
