-- The hospitals' side of the huimin platform: visits of persons that stand here as an index under a key, and the numbers of requests that were answered.
CREATE TABLE hospital_visit (
  org_codg TEXT NOT NULL,
  visit_no TEXT NOT NULL,
  person TEXT NOT NULL,
  med_date TEXT NOT NULL,
  med_type TEXT NOT NULL CHECK (med_type IN ('0020', '0030', '0040')),
  department_name TEXT NOT NULL,
  med_name TEXT NOT NULL,
  mlcd10_code TEXT NULL,
  PRIMARY KEY (org_codg, visit_no)
);
CREATE INDEX hospital_visit_of ON hospital_visit (org_codg, person, med_date);
CREATE TABLE hospital_sequence (
  platform_id TEXT NOT NULL,
  seq_id TEXT NOT NULL,
  used_at BIGINT NOT NULL,
  PRIMARY KEY (platform_id, seq_id)
);
