using System.Text.Json;
using YbPay.Contracts.Tables;

namespace YbPay.Protocol.Checking;

/// <summary>Walks a message along its table: presence first, then each value by its kind, then the nodes below.</summary>
internal sealed class MessageCheck(ICodeTables codes, CheckFindings found)
{
    public void CheckTable(ContractTable table, JsonElement message, string path)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            found.AddNoObject(path.TrimEnd('.'));
            return;
        }

        foreach (var row in table.Rows)
        {
            if (found.IsFull) return;
            if (Conditions.TryGet(row, message, out var value) && (!IsAbsent(value) || IsTextForRequiredNode(row, value))) CheckValue(row, value, path);
            else if (row.IsRequired || Conditions.IsRequiredNow(row, message)) found.Add(path + row.Name, row, CheckRule.Required, "不能为空");
        }
    }

    private void CheckValue(FieldRow row, JsonElement value, string path)
    {
        switch (row.Kind)
        {
            case FieldKind.Text when row.AcceptsObject && value.ValueKind == JsonValueKind.Object:
                if (row.MaxLength is { } longest && TextCheck.CountRaw(value) > longest) found.Add(path + row.Name, row, CheckRule.TooLong, $"超过{longest}个字符");
                break;
            case FieldKind.Text when row.IsMany:
                CheckMany(row, value, path);
                break;
            case FieldKind.Text when row.AcceptsNumber && value.ValueKind == JsonValueKind.Number:
                break;
            case FieldKind.Text or FieldKind.Code:
                CheckText(row, value, path + row.Name);
                break;
            case FieldKind.Numeral when value.ValueKind != JsonValueKind.String:
                found.Add(path + row.Name, row, CheckRule.WrongType, "应为数值文本");
                break;
            case FieldKind.Money or FieldKind.Fen or FieldKind.Count or FieldKind.Numeral:
                if (NumberCheck.Check(row, value) is var (rule, what)) found.Add(path + row.Name, row, rule, what);
                break;
            case FieldKind.Date or FieldKind.Stamp:
                CheckTime(row, value, path);
                break;
            case FieldKind.Flag:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) found.Add(path + row.Name, row, CheckRule.WrongType, "应为true或false");
                break;
            case FieldKind.Group:
                CheckGroup(row, value, path);
                break;
            case FieldKind.List:
                CheckList(row, value, path);
                break;
        }
    }

    private void CheckText(FieldRow row, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            found.Add(place, row, CheckRule.WrongType, "应为文本");
            return;
        }

        if (!TextCheck.Read(value, out var characters, out var hasControls) || hasControls)
        {
            found.Add(place, row, CheckRule.InvalidText, "含有非法字符");
            return;
        }

        CheckLength(row, characters, place);
        if (row is { Kind: FieldKind.Code, Dictionary: { } dictionary } && !(characters > row.MaxLength) && codes.Knows(dictionary, value.GetString()!) == false)
            found.Warn(place, row, CheckRule.NotInDictionary, "不在字典中");
    }

    /// <summary>An array of texts, or one text joined by commas; each by itself.</summary>
    private void CheckMany(FieldRow row, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var position = 0;
            foreach (var element in value.EnumerateArray())
            {
                if (found.IsFull) return;
                CheckText(row, element, $"{path}{row.Name}[{position++}]");
            }
        }
        else if (value.ValueKind != JsonValueKind.String) found.Add(path + row.Name, row, CheckRule.WrongType, "应为文本数组或以逗号分隔的文本");
        else if (!TextCheck.Read(value, out _, out var hasControls) || hasControls) found.Add(path + row.Name, row, CheckRule.InvalidText, "含有非法字符");
        else CheckPieces(row, value.GetString()!.Split(','), path + row.Name);
    }

    private void CheckPieces(FieldRow row, string[] pieces, string place)
    {
        foreach (var piece in pieces)
        {
            if (found.IsFull) return;
            CheckLength(row, piece.Trim().Length, place);
        }
    }

    private void CheckLength(FieldRow row, int characters, string place)
    {
        if (row.MaxLength is { } longest && characters > longest) found.Add(place, row, CheckRule.TooLong, $"超过{longest}个字符");
        else if (row.MinLength is { } shortest && characters < shortest) found.Add(place, row, CheckRule.TooShort, $"少于{shortest}个字符");
    }

    private void CheckTime(FieldRow row, JsonElement value, string path)
    {
        var form = row.Form!;
        if (value.ValueKind != JsonValueKind.String) found.Add(path + row.Name, row, CheckRule.WrongType, $"应为{form}格式的文本");
        else if (!TextCheck.IsTime(value, form)) found.Add(path + row.Name, row, CheckRule.NotADate, $"不是有效的{form}时间");
    }

    /// <summary>A free object may also come as a JSON text inside a string, which is how several regions send it.</summary>
    private void CheckGroup(FieldRow row, JsonElement value, string path)
    {
        if (row.Members is { } members && Catalogue.Find(members) is { } table)
        {
            if (value.ValueKind == JsonValueKind.Object) CheckTable(table, value, path + row.Name + ".");
            else found.Add(path + row.Name, row, CheckRule.WrongType, "应为JSON对象");
        }
        else if (value.ValueKind != JsonValueKind.Object && !TextCheck.HoldsObject(value))
            found.Add(path + row.Name, row, CheckRule.WrongType, "应为JSON对象");
    }

    private void CheckList(FieldRow row, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            found.Add(path + row.Name, row, CheckRule.WrongType, "应为数组");
            return;
        }

        if (row.Members is not { } members || Catalogue.Find(members) is not { } table) return;
        var position = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (found.IsFull) return;
            CheckTable(table, element, $"{path}{row.Name}[{position++}].");
        }
    }

    /// <summary>What senders write for nothing; the contracts bind all three as absent.</summary>
    private static bool IsAbsent(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""u8),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    /// <summary>"" where a node, a list or a flag must be: not missing, but of the wrong type.</summary>
    private static bool IsTextForRequiredNode(FieldRow row, JsonElement value) =>
        row.IsRequired && value.ValueKind == JsonValueKind.String && (row.Kind is FieldKind.List or FieldKind.Flag || row.Members is not null);
}
