// A worker program that ends before it is ready.
process.exit(3);
