-- What the server did by itself: a job's turn for one period of business time, never done twice.

create table job_runs (
  job text not null check (job <> ''),
  -- in GMT+8: '2026-11-21 08:05', '2026-11-21 08', '2026-11-21' or '2026-11'
  period text not null,
  due_at timestamptz not null,
  state text not null check (state in ('running', 'done', 'failed')),
  attempts integer not null default 1 check (attempts > 0),
  started_at timestamptz not null,
  finished_at timestamptz,
  -- business time when it was last begun
  business_at timestamptz not null,
  -- counts of what it did
  did jsonb,
  error text,
  primary key (job, period),
  check ((state = 'running') = (finished_at is null))
);
-- a job's newest runs, and its last one that was done
create index job_runs_job_due_at on job_runs (job, due_at);
