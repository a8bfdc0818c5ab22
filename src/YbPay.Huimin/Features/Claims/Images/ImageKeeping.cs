using YbPay.Contracts.Outcomes;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>A received image and the transaction that names it come to be together, or neither does.</summary>
internal static class ImageKeeping
{
    /// <param name="write">The transaction; gives the file that now holds the image, or a refusal.</param>
    public static async Task<Outcome<string>> WithAsync(ImageReceiver receiver, ReceivedImage image, Func<Task<Outcome<string>>> write)
    {
        Outcome<string> written;
        try
        {
            written = await write();
        }
        catch
        {
            receiver.Leave();
            throw;
        }

        if (written is Outcome<string>.Ok { Value: var fileId } && fileId == image.FileId) receiver.Keep();
        return written;
    }
}
