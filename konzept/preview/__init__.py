"""The preview: a server on this machine that shows a plan's pages, keeps them current, and its findings with them."""
