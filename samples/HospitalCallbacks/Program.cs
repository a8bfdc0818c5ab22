using HospitalCallbacks;
using YbPay.Client;

// A hospital's side in one page: it takes the centre's 6302, counts each order once and answers in the form in which it was asked.
// Settings: section "YbPay" of appsettings.json or the environment (YbPay__AppId, YbPay__AppSecret, ...).
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddYbPay(options => builder.Configuration.Bind("YbPay", options));
builder.Services.AddSingleton<SettledOrders>();

var app = builder.Build();
app.MapPost("/callbacks/6302", async Task<IResult> (HttpRequest request, SettlementNoticeReader notices, SettledOrders orders, ILogger<SettledOrders> log) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
    try
    {
        var callback = notices.ReadSettlement(body.ToArray());
        var taken = orders.Settle(callback.Message);
        return Results.Bytes(taken ? callback.Accepted() : callback.Failed("金额与下单结果不一致，待人工核对"), "application/json");
    }
    catch (YbPayException rejected)
    {
        log.LogWarning("A callback was rejected: {Why}", rejected.Message); // holds nothing personal
        return Results.BadRequest();
    }
});
await app.RunAsync();
