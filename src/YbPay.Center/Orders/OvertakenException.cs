using YbPay.Storage;

namespace YbPay.Center.Orders;

/// <summary>A rival was first: what was to be written is out of date, and none of it was. Crosses nothing but the database.</summary>
internal sealed class OvertakenException : Exception
{
    /// <summary>One row, or a rival was first.</summary>
    public static Guard Guard { get; } = new(1, New);

    public static Exception New() => new OvertakenException();

    /// <summary>What was written, or null when a rival was first.</summary>
    public static async Task<T?> NullAsync<T>(Func<Task<T>> write)
        where T : class
    {
        try
        {
            return await write();
        }
        catch (OvertakenException)
        {
            return null;
        }
    }
}
