"""Small portals with odd servers, played over real sockets night after night."""
