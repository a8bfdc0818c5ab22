using YbPay.Huimin.Outside;
using YbPay.Storage;
using YbPay.Storage.Legs;

namespace YbPay.Huimin.Running;

/// <summary>What booking a word made of its leg.</summary>
internal enum LegBooking
{
    /// <summary>Nobody knows yet, or it is not done yet: it is asked about later.</summary>
    Open,

    /// <summary>It has happened, and this call has booked it.</summary>
    Done,

    /// <summary>It has not happened and never will, and this call has booked it.</summary>
    Refused,

    /// <summary>Somebody else has booked it, or has it in hands.</summary>
    Lost,
}

/// <summary>The one place where an outside system's word becomes a leg's state.</summary>
internal static class LegBookings
{
    /// <summary>True in the hands of who wrote it down: no resolver had taken it up when it was read, and no answer was unclear.</summary>
    public static bool IsFirstTry(this LegRow leg) => leg is { State: LegState.Pending, Attempts: 0 };

    /// <param name="leg">As it was read before it was sent.</param>
    /// <param name="reference">The other side's number of what is done.</param>
    /// <param name="mayFailUnsent">False for what has to be done in the end: not having reached the other side is then no reason to give up.</param>
    public static async Task<LegBooking> BookLegAsync<T>(
        this HuiminBooks books, DbSession session, LegRow leg, Word<T> word, Func<T, string?> reference, OutsideOptions outside, bool mayFailUnsent = true)
    {
        switch (word)
        {
            case Word<T>.Done { Value: var value }:
                return await LegStore.ResolveAsync(session, leg.LegId, LegState.Succeeded, reference(value), null, null, books.Now) ? LegBooking.Done : LegBooking.Lost;
            case Word<T>.Refused:
                return await LegStore.ResolveAsync(session, leg.LegId, LegState.Failed, null, null, word.Note, books.Now) ? LegBooking.Refused : LegBooking.Lost;
            case Word<T>.NotSent when mayFailUnsent && leg.IsFirstTry():
                return await LegStore.FailUnsentAsync(session, leg.LegId, word.Note, books.Now) ? LegBooking.Refused : LegBooking.Lost;
            default:
                return await books.AskLaterAsync(session, leg, word.Note, outside) ? LegBooking.Open : LegBooking.Lost;
        }
    }
}
