"""What people do with the program, and the ports they need done by others."""
