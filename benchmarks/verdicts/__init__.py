"""How good the verdicts are: the judges over labelled sets, against two baselines, in one table."""
