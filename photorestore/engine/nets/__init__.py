"""Networks: one nn.Module a file, typed constructors, no files, no devices."""
