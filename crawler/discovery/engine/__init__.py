"""A page's own scripts, played in a process of their own: what they ask for, and the page they make of the answers."""
