using System.Text.Json;
using YbPay.Bureau;
using YbPay.Cryptography;
using YbPay.Sandbox.Plan;

namespace YbPay.Sandbox.Tests.Plan;

public sealed class SandboxPlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ybpay-plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_has_the_printed_names_and_null_for_roles_that_do_not_exist()
    {
        var person = new SandboxPerson("P1", "I1", "01", "陈志远", "310", "440100", "QR1", 356.80m, 0m);
        Plan().File([person]).Write(_folder);
        var file = JsonElement.Parse(File.ReadAllText(Path.Combine(_folder, "sandbox.json")));

        Names(file).ShouldBe(["center", "huimin", "bureau", "gateway", "console", "partners", "huiminPartners", "persons", "control"]);
        Names(file.GetProperty("center")).ShouldBe(["baseUrl", "publicKey"]);
        foreach (var role in (string[])["gateway", "console"]) file.GetProperty(role).ValueKind.ShouldBe(JsonValueKind.Null);
        file.GetProperty("huimin").GetProperty("baseUrl").GetString().ShouldBe("http://127.0.0.1:7106");
        file.GetProperty("huiminPartners").GetArrayLength().ShouldBe(2);
        Names(file.GetProperty("huiminPartners")[0]).ShouldBe(["platformId", "secret", "hospitalId", "cityCode", "orgCodg", "callbackUrl"]);
        file.GetProperty("partners").GetArrayLength().ShouldBe(2);
        Names(file.GetProperty("partners")[0]).ShouldBe(["appId", "appSecret", "privateKey", "publicKey", "orgCodg", "orgId", "callbackBase"]);
        Names(file.GetProperty("persons")[0]).ShouldBe(["psnNo", "idNo", "idType", "userName", "insutype", "insuplcAdmdvs", "qrCode", "accountBalance", "walletBalance"]);
        file.GetProperty("persons")[0].GetProperty("accountBalance").GetRawText().ShouldBe("356.80");
        file.GetProperty("control").GetProperty("baseUrl").GetString().ShouldBe("http://127.0.0.1:7104");
        SandboxFile.Parse(file.GetRawText()).Persons.ShouldHaveSingleItem().ShouldBe(person);
    }

    [Fact]
    public void Everybody_in_the_bureaus_seed_is_in_the_file_with_a_balance_in_yuan()
    {
        var persons = SandboxPersons.From(BureauSeed.Default);

        persons.Count.ShouldBe(BureauSeed.Default.Persons.Count);
        persons.Select(person => person.PsnNo).Distinct().Count().ShouldBe(persons.Count);
        persons.ShouldAllBe(person => person.IdNo.Length == 18 && person.UserName.Length > 0 && person.InsuplcAdmdvs.Length == 6);
        var (seeded, first) = (BureauSeed.Default.Persons[0], persons[0]);
        (first.AccountBalance * 100).ShouldBe(seeded.Insurances[0].AccountBalance);
        (first.WalletBalance, persons[2].WalletBalance).ShouldBe((120m, 0m));
        persons.WithQrCodes(persons.ToDictionary(person => person.PsnNo, person => "QR" + person.PsnNo))[0].QrCode.ShouldBe("QR" + first.PsnNo);
    }

    [Fact]
    public void The_institutions_are_the_bureaus_and_may_take_mobile_payments()
    {
        foreach (var institution in SandboxPlan.Institutions)
        {
            var known = BureauSeed.Default.Institutions.Single(seeded => seeded.Code == institution.OrgCodg);
            (known.Name, known.MobilePayment).ShouldBe((institution.Name, true));
        }
    }

    [Fact]
    public void A_second_start_keeps_every_key()
    {
        var first = Plan().File([]).ToJson();

        Plan().File([]).ToJson().ShouldBe(first);
        Plan().Secrets.CenterPrivateKey.ShouldBe(Plan().Secrets.CenterPrivateKey);
    }

    [Fact]
    public void Another_folder_gets_other_keys()
    {
        var first = Plan().Secrets;
        Directory.Delete(_folder, recursive: true);

        Plan().Secrets.CenterPublicKey.ShouldNotBe(first.CenterPublicKey);
        Plan().Secrets.Partners.Values.Select(partner => partner.AppSecret).ShouldNotContain(first.Partners.Values.First().AppSecret);
    }

    [Fact]
    public void Keys_belong_together_and_the_files_are_their_owners_only()
    {
        Plan().File([]).Write(_folder);
        foreach (var partner in Plan().File([]).Partners)
        {
            using var key = Sm2PrivateKey.Parse(partner.PrivateKey);
            key.PublicKey.ExportBase64().ShouldBe(partner.PublicKey);
            partner.AppId.Length.ShouldBe(32);
        }

        if (OperatingSystem.IsWindows()) return;
        foreach (var file in (string[])["secrets.json", "sandbox.json"])
            File.GetUnixFileMode(Path.Combine(_folder, file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public void A_secrets_file_from_before_the_account_bank_gets_its_secret_and_keeps_the_rest()
    {
        var first = Plan().Secrets;
        var path = Path.Combine(_folder, "secrets.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"accountBankSecret\": \"{first.AccountBankSecret}\",", "", StringComparison.Ordinal));
        var second = Plan().Secrets;
        second.AccountBankSecret.Length.ShouldBe(32);
        second.AccountBankSecret.ShouldNotBe(first.AccountBankSecret);
        second.BankMerchantSecret.ShouldBe(first.BankMerchantSecret);
        Plan().Secrets.AccountBankSecret.ShouldBe(second.AccountBankSecret);
    }

    [Fact]
    public void A_secrets_file_from_before_the_huimin_platform_gets_its_secrets_and_keys_and_keeps_the_rest()
    {
        Plan();
        var path = Path.Combine(_folder, "secrets.json");
        var old = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        foreach (var name in (string[])["creditBankSecret", "insurerSecret", "huiminPartnerSecrets"]) old.Remove(name).ShouldBeTrue();
        foreach (var role in (string[])["huimin", "creditbank", "insurer"]) old["masterKeys"]!.AsObject().Remove(role).ShouldBeTrue();
        File.WriteAllText(path, old.ToJsonString());

        var second = Plan().Secrets;

        (second.CreditBankSecret.Length, second.InsurerSecret.Length, second.MasterKeys["huimin"].Length).ShouldBe((32, 32, 32));
        second.CenterPrivateKey.ShouldBe(old["centerPrivateKey"]!.GetValue<string>());
        Convert.ToBase64String(second.MasterKeys["center"]).ShouldBe(old["masterKeys"]!["center"]!.GetValue<string>());
        (Plan().Secrets.CreditBankSecret, Plan().Secrets.InsurerSecret).ShouldBe((second.CreditBankSecret, second.InsurerSecret));
        Plan().HuiminPartners.ShouldBe(Plan().HuiminPartners);
    }

    [Fact]
    public void Each_institution_is_a_partner_of_the_huimin_platform_with_a_secret_of_its_own()
    {
        var partners = Plan().HuiminPartners;

        partners.Count.ShouldBe(SandboxPlan.Institutions.Count);
        partners.ShouldAllBe(partner => partner.Secret.Length >= 16 && partner.HospitalId.Length >= 8 && partner.HospitalId.Length <= 40 && partner.CityCode == "440100");
        partners.Select(partner => partner.PlatformId).Distinct().Count().ShouldBe(partners.Count);
        partners.Select(partner => partner.Secret).Distinct().Count().ShouldBe(partners.Count);
        partners[0].ToString().ShouldNotContain(partners[0].Secret);
    }

    [Fact]
    public void A_broken_secrets_file_stops_the_start_and_is_not_replaced()
    {
        var path = Path.Combine(_folder, "secrets.json");
        File.WriteAllText(path, "{\"centerPrivateKey\":");

        Should.Throw<InvalidDataException>(() => Plan()).Message.ShouldContain(path);
        File.ReadAllText(path).ShouldBe("{\"centerPrivateKey\":");
    }

    [Fact]
    public void Nothing_of_it_prints_a_secret()
    {
        var plan = Plan();
        var file = plan.File([new("P1", "I1", "01", "陈志远", "310", "440100", "QR1", 1m, 0m)]);
        object[] all = [plan.Secrets, plan.Secrets.Partners.Values.First(), file, file.Partners[0], file.Persons[0], plan.Bank().Merchants[0], plan.Hospital(BureauSeed.Default).Partners[0], plan.Hospital(BureauSeed.Default).Huimin[0]];
        var printed = string.Join('\n', all.Select(thing => thing.ToString()));

        foreach (var secret in (string[])[plan.Secrets.InternalToken, plan.Secrets.BankMerchantSecret, plan.Secrets.CenterPrivateKey, file.Partners[0].AppSecret, file.Partners[0].PrivateKey, "陈志远", "I1"])
            printed.ShouldNotContain(secret);
    }

    private SandboxPlan Plan() => new(_folder, SandboxAddresses.FromPortBase(7100));

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(member => member.Name);
}
