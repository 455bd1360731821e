"""What a question means after the dialogue before it; `dialogue` tries its rules in order."""
