using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YbPay.Contracts.Outcomes;
using YbPay.Engine.Claims;
using YbPay.Hosting;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Running;
using YbPay.Protocol;

namespace YbPay.Huimin.Features.Claims.Applications;

/// <summary>What the platform's own app and console use, under the internal token: applying, and looking at an image.</summary>
internal sealed class ClaimDoor(ApplyForClaim applications, HuiminBooks books, ImageKeys keys, ImageFolder folder, ILogger<ClaimDoor> log)
{
    /// <summary>A letter of 3 MiB in Base64, and what stands beside it.</summary>
    private static readonly SpoolLimits Bodies = new(64 * 1024, (4 * 1024 * 1024) + (64 * 1024));

    private const int Piece = 32 * 1024;

    /// <summary><c>POST /internal/claims</c>: 201 with the case, or 4xx/503 with {code, message}.</summary>
    public async Task ApplyAsync(HttpContext http)
    {
        if (!InternalDoor.Opens(http, books.Options.InternalToken)) return;
        await using var body = await SpooledBody.ReadAsync(http.Request.Body, http.Request.ContentLength, Bodies, http.RequestAborted);
        if (body is null)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        using var letter = new ImageReceiver("letter", keys, folder);
        await body.Content.CopyToAsync(letter.Clear, Piece, http.RequestAborted);
        var outcome = letter.Fault is { } fault ? ClaimRefusals.ImageInvalid.With(fault)
            : Read(letter) is { } wanted ? await applications.ApplyAsync(wanted, letter, http.RequestAborted)
            : ClaimRefusals.ApplicationInvalid.With("JSON");
        if (outcome is Outcome<CaseRow>.No { Why: var why })
        {
            log.LogInformation("An application was refused: {Refusal}", why);
            http.Response.StatusCode = StatusOf(why);
            await http.Response.WriteAsJsonAsync(new ClaimRefused(why.Name, why.Message), ClaimJson.Default.ClaimRefused, cancellationToken: http.RequestAborted);
            return;
        }

        var begun = ((Outcome<CaseRow>.Ok)outcome).Value;
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(
            new ClaimApplied(begun.CaseId, begun.VisitNo, begun.Status.ToClaimNode()), ClaimJson.Default.ClaimApplied, cancellationToken: http.RequestAborted);
    }

    /// <summary><c>GET /internal/claims/{caseId}/images/{digest}</c>: the clear image. A connection that is cut says that a seal did not hold.</summary>
    public async Task ShowImageAsync(HttpContext http, string caseId, string digest)
    {
        if (!InternalDoor.Opens(http, books.Options.InternalToken)) return;
        if (await books.Database.ReadAsync(session => CaseImageStore.FindAsync(session, caseId, digest), http.RequestAborted) is not { } image)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = image.FileType switch { ImageFormat.Jpeg => "image/jpeg", ImageFormat.Png => "image/png", _ => "application/pdf" };
        http.Response.ContentLength = image.Size;
        http.Response.Headers.ContentDisposition = "attachment";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await folder.ReadAsync(image.FileId, http.Response.Body, http.RequestAborted);
    }

    private static ClaimApplication? Read(ImageReceiver letter)
    {
        try
        {
            return JsonSerializer.Deserialize(letter.Message.Span, ClaimJson.Default.ClaimApplication);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int StatusOf(Refusal why) => why.Kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
