"""What a build may change on disk. For now: the last good site stays until the new one is whole."""
