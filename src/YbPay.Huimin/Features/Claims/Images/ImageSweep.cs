using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YbPay.Storage;

namespace YbPay.Huimin.Features.Claims.Images;

/// <summary>
/// Before the first message: what a crash left under a temporary name goes to its place when a case names it, and away when none does.
/// </summary>
internal sealed class ImageSweep(ImageFolder folder, IDatabase database, ILogger<ImageSweep> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var fileId in folder.Abandoned())
        {
            var isNamed = await database.ReadAsync(session => CaseImageStore.IsNamedAsync(session, fileId), cancellationToken);
            if (isNamed) folder.Keep(fileId);
            else folder.Remove(fileId);
            log.LogInformation("Image {FileId} was left behind: {What}", fileId, isNamed ? "moved to its place" : "removed");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
