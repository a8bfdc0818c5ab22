using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YbPay.Huimin.Door;
using YbPay.Huimin.Features.Claims.Applications;
using YbPay.Huimin.Features.Claims.Cases;
using YbPay.Huimin.Features.Claims.Documents;
using YbPay.Huimin.Features.Claims.Images;
using YbPay.Huimin.Features.Claims.Insurers;
using YbPay.Huimin.Features.Claims.Notices;
using YbPay.Huimin.Features.Claims.Reporting;
using YbPay.Huimin.Features.Enrolment;
using YbPay.Huimin.Outside;
using YbPay.Huimin.Running;
using YbPay.Storage.Outbox;

namespace YbPay.Huimin.Features.Claims;

/// <summary>What the host registers and maps for this feature.</summary>
internal static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddSingleton<HospitalLink>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton(provider => new ImageKeys(provider.GetRequiredService<HuiminOptions>().MasterKeys!))
        .AddSingleton<ImageFolder>()
        .AddSingleton<ClaimNotices>()
        .AddSingleton<CaseMoves>()
        .AddSingleton<CaseFinder>()
        .AddSingleton<CaseInsurer>()
        .AddSingleton<ApplyForClaim>()
        .AddSingleton<ClaimDoor>()
        .AddSingleton<IInsuranceQuery, InsuranceQuery>()
        .AddSingleton<IDirectClaims, DirectClaims>()
        .AddSingleton<ITransaction, ReceivePatientRecord>()
        .AddSingleton<ITransaction, ReceiveMedicalRecord>()
        .AddSingleton<ITransaction, ReceiveExpenses>()
        .AddSingleton<ITransaction, ReceiveElectronicBills>()
        .AddSingleton<ITransaction, ReceiveExaminationReport>()
        .AddSingleton<ITransaction, UploadImage>()
        .AddSingleton<ITransaction, ReportClaim>()
        .AddSingleton<ITransaction, WithdrawCase>()
        .AddSingleton<ITransaction, QueryCase>()
        .AddSingleton<CaseSubmission>().AddSingleton<ILegOwner>(provider => provider.GetRequiredService<CaseSubmission>())
        .AddSingleton<CaseFollowing>().AddSingleton<ILegOwner>(provider => provider.GetRequiredService<CaseFollowing>())
        .AddSingleton<CaseWithdrawal>().AddSingleton<ILegOwner>(provider => provider.GetRequiredService<CaseWithdrawal>())
        .AddSingleton<IOutboxSender, HospitalMessages>()
        .AddHostedService<ImageSweep>()
        .AddHostedService<OutboxDispatcher>();

    public static IEndpointRouteBuilder MapClaims(this IEndpointRouteBuilder routes)
    {
        var door = routes.ServiceProvider.GetRequiredService<ClaimDoor>();
        routes.MapPost("/internal/claims", door.ApplyAsync);
        routes.MapGet("/internal/claims/{caseId}/images/{digest}", (HttpContext http, string caseId, string digest) => door.ShowImageAsync(http, caseId, digest));
        return routes;
    }
}
