using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using YbPay.Engine.Credit;
using YbPay.Hosting;
using YbPay.Huimin.Door;
using YbPay.Huimin.Persons;
using YbPay.Huimin.Running;
using YbPay.Storage.Audit;

namespace YbPay.Huimin.Features.Enrolment;

/// <summary>
/// <c>POST /internal/enrolments</c> {idNo, action: freeze | unfreeze | end, reason}: an operator stops, allows or ends a person's credit payment.
/// 200 {signStatus}; 400 for anything else than that; 404 when the person is not enrolled; 409 when the enrolment does not take it now.
/// </summary>
internal sealed class EnrolmentControl(HuiminBooks books)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/internal/enrolments", async (HttpContext http) =>
        InternalDoor.Opens(http, books.Options.InternalToken) ? await ActAsync(http) : Results.Empty);

    private async Task<IResult> ActAsync(HttpContext http)
    {
        if (await OperatorOrder.ReadAsync(http) is not { IdNo.Length: > 0 } order || EventOf(order.Action) is not { } on) return Results.BadRequest();
        return await books.Database.WriteAsync(async session =>
        {
            var key = InsuredPerson.KeyOf(books.Cipher, order.IdNo);
            if (await EnrolmentStore.OfPersonAsync(session, key) is not { } enrolment) return Results.NotFound();
            if (EnrolmentMachine.Next(enrolment.Stands, on) is not { } to || !await EnrolmentStore.MoveAsync(session, enrolment, on, order.Reason!, books.Now)) return Results.Conflict();
            await AuditStore.AppendAsync(session, "operator", $"Enrolment{to}", enrolment.EnrolmentId, order.Reason!, books.Now);
            return Results.Json(new EnrolmentControlled(to.ToSignStatus()), EnrolmentControlJson.Default.EnrolmentControlled);
        });
    }

    private static EnrolmentEvent? EventOf(string? action) => action switch
    {
        "freeze" => EnrolmentEvent.FrozenByOperator,
        "unfreeze" => EnrolmentEvent.UnfrozenByOperator,
        "end" => EnrolmentEvent.EndedByOperator,
        _ => null,
    };
}

internal sealed record EnrolmentControlled(string SignStatus);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EnrolmentControlled))]
internal sealed partial class EnrolmentControlJson : JsonSerializerContext;
