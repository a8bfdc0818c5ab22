using YbPay.Contracts.Tables;

namespace YbPay.Contracts.Tests;

public sealed class PersonalFields
{
    private static readonly string[] Names =
    [
        "idNo", "userName", "psnNo", "ecToken", "authNo", "payAuthNo", "payToken", "revsToken", "ecCode", "ecIndexNo", "email", "birthday", "cashierUrl", "medBankPayUrl",
        "psn_no", "psn_name", "certno", "mdtrt_cert_no", "card_sn", "brdy", "tel", "coner_name",
        "psnName", "wltNo", "bankacct", "acctname",
        "name", "mobile", "tel", "signToken", "forwardUrl", "settleFileUrl", "documentsNo", "socialSecurityNo", "medicalRecordNo", "address", "birthPlace", "patientId",
        "patientName", "hiNo", "miacc_no", "file", "imageBase64",
    ];

    [Fact]
    public void Names_numbers_and_credentials_of_persons_are_masked_wherever_they_stand() =>
        Catalogue.All.SelectMany(table => table.Rows.Select(row => (table, row)))
            .Where(field => Names.Contains(field.row.Name) && !field.row.IsPersonal)
            .Select(field => $"{field.table} {field.row.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_name_of_this_list_stands_in_a_contract() =>
        Names.Except(Catalogue.All.SelectMany(table => table.Rows).Select(row => row.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_contract_prints_its_name_only() =>
        Catalogue.All.Select(table => table.Record).Where(record => !record.IsSubclassOf(typeof(Contract))).ShouldBeEmpty();
}
