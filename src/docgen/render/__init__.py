"""From the tree of a document to HTML, from HTML to PDF, from PDFs to one bound pack."""
