"""What the judges know of English: sentences, folding, quantities, dates, names; data first, code second."""
