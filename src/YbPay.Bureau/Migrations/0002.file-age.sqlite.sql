-- Files are dropped some days after they came.
CREATE INDEX stored_file_age ON stored_file (stored_at);
