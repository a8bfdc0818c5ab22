using Microsoft.Data.Sqlite;

namespace YbPay.Storage.Sqlite;

/// <summary>One transaction that holds several pieces of work; each succeeds or fails for itself, the commit is common.</summary>
internal sealed class WriteBatch(SqliteLink link, List<WriteJob> jobs)
{
    private readonly List<WriteJob> done = new(jobs.Count);
    private readonly List<(WriteJob Job, Exception Error)> failed = [];

    public void Run()
    {
        var next = 0;
        try
        {
            link.Run("BEGIN IMMEDIATE");
            for (; next < jobs.Count; next++) RunOne(jobs[next]);
            link.Run("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            foreach (var (job, own) in failed) job.Fail(own);
            foreach (var job in done) job.Fail(error);
            for (; next < jobs.Count; next++) jobs[next].Fail(error);
            return;
        }

        // Those that failed too are told only now: what another piece wrote before them, which may be why they failed, is there to be read.
        foreach (var (job, own) in failed) job.Fail(own);
        foreach (var job in done) job.Complete();
    }

    private void RunOne(WriteJob job)
    {
        link.Run("SAVEPOINT piece");
        try
        {
            job.Run(link);
        }
        catch (Exception error)
        {
            // A full disk or the like undoes everything at once: then the whole batch fails with it.
            if (!link.InTransaction) throw;
            link.Run("ROLLBACK TO piece");
            link.Run("RELEASE piece");
            failed.Add((job, error));
            return;
        }

        link.Run("RELEASE piece");
        done.Add(job);
    }

    private void RollBack()
    {
        if (!link.InTransaction) return;
        try
        {
            link.Run("ROLLBACK");
        }
        catch (SqliteException) when (!link.InTransaction)
        {
            // SQLite had rolled back by itself between the two calls: that is what was wanted.
        }
    }
}
