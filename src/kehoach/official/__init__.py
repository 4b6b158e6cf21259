"""The official document as DOCX and PDF."""
