"""What the law asks of a contract: payment, interest, liability, assignment, courts, language."""
