"""Long proofs that nothing is lost, before a release: ``python3 run.py soak``. Linux only."""
