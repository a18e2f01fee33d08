"""The verb `import`: what stands elsewhere brought into a site."""
