"""What the reading room shows, computed from the database: no HTML, no Datasette, only data for its templates."""
