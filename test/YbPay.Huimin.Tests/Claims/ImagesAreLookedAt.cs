using System.Text;
using YbPay.Cryptography;
using YbPay.Huimin.Tests.Hosting;

namespace YbPay.Huimin.Tests.Claims;

/// <summary>HOS00028: what an image is, its content says; what is none, or lies, is refused with the reason and leaves nothing.</summary>
public sealed class ImagesAreLookedAt
{
    private static readonly byte[] Whole = Images.Png();

    private static Dictionary<string, (byte[] Content, string FileType, string Why)> Bad => new()
    {
        ["text"] = ("this is no image at all"u8.ToArray(), "png", "文件内容不是JPG、PNG或PDF"),
        ["a program"] = ([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4], "jpg", "文件内容不是JPG、PNG或PDF"),
        ["a page"] = ("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "png", "文件内容不是JPG、PNG或PDF"),
        ["three bytes"] = ([0xFF, 0xD8, 0xFF], "jpg", "文件内容不是JPG、PNG或PDF"),
        ["a JPEG called PNG"] = (Images.Jpeg(), "png", "fileType 与文件内容（jpg）不符"),
        ["a PNG called PDF"] = (Whole, "pdf", "fileType 与文件内容（png）不符"),
        ["a PDF called JPEG"] = (Images.Pdf(), "jpg", "fileType 与文件内容（pdf）不符"),
        ["a PNG bomb"] = (Images.Png(100_000, 100_000), "png", "图片像素过多，不得超过50百万"),
        ["a PNG of more pixels than numbers"] = (Images.Png(uint.MaxValue, uint.MaxValue), "png", "图片像素过多，不得超过50百万"),
        ["a JPEG bomb"] = (Images.Jpeg(65_535, 65_535), "jpg", "图片像素过多，不得超过50百万"),
        ["a PNG without height"] = (Images.Png(1, 0), "png", "图片宽高为0"),
        ["a JPEG without width"] = (Images.Jpeg(0, 1), "jpg", "图片宽高为0"),
        ["half a PNG"] = (Whole[..(Whole.Length / 2)], "png", "PNG不完整，缺少结束块"),
        ["a PNG without end"] = (Whole[..^12], "png", "PNG不完整，缺少结束块"),
        ["a PNG with something behind"] = ([.. Whole, .. new byte[65]], "png", "PNG结束块后有多余内容"),
        ["a PNG with a wrong sum"] = (Changed(Whole, 20), "png", "PNG数据块校验和不符"),
        ["a PNG with a chunk beyond its end"] = (Chunked(file => file.Write([0xFF, 0xFF, 0xFF, 0xFF, (byte)'t', (byte)'E', (byte)'X', (byte)'t'])), "png", "PNG数据块有误"),
        ["a PNG that begins twice"] = (Chunked(file => Images.Chunk(file, "IHDR", new byte[13])), "png", "PNG数据块有误"),
        ["a PNG without pixels"] = (Chunked(file => Images.Chunk(file, "IEND", [])), "png", "PNG没有图像数据"),
        ["half a JPEG"] = (Images.Jpeg()[..^4], "jpg", "JPEG不完整，缺少结束标记"),
        ["a JPEG with something behind"] = ([.. Images.Jpeg(), .. new byte[65]], "jpg", "JPEG结束标记后有多余内容"),
        ["a JPEG without pixels"] = ([0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0, 0, 0xFF, 0xD9], "jpg", "JPEG没有图像数据"),
        ["a JPEG whose segment is nothing"] = ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0], "jpg", "JPEG段长度有误"),
        ["a PDF without end"] = ("%PDF-1.7\n1 0 obj"u8.ToArray(), "pdf", "PDF不完整，或结束标记后有多余内容"),
        ["a PDF with something behind"] = ([.. Images.Pdf(), .. new byte[100]], "pdf", "PDF不完整，或结束标记后有多余内容"),
        ["a PDF of no version"] = ("%PDF-x.y\n%%EOF"u8.ToArray(), "pdf", "PDF文件头有误"),
        ["one byte too many"] = (Images.PngOf((3 * 1024 * 1024) + 1), "png", "imageBase64 图片超过3145728字节"),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_no_image_is_refused_and_nothing_stays(string name)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var (content, fileType, why) = Bad[name];
        var reply = await claim.SendImageAsync(content, fileType);
        (reply.RtCode, reply.RtMsg).ShouldBe(("1000", "影像文件不符合要求：" + why));
        await NothingStaysAsync(host);
    }

    [Theory]
    [InlineData("iVBORw0KGgo!", "imageBase64 不是有效的Base64")]
    [InlineData("iVBORw0KGgoAAA=AAAA", "imageBase64 不是有效的Base64")]
    [InlineData("汉字汉字", "imageBase64 不是有效的Base64")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", "imageBase64 不是有效的Base64")]
    public async Task What_is_no_Base64_is_refused_and_nothing_stays(string text, string why)
    {
        await using var host = await HuiminHost.StartAsync(BothDatabases.Sqlite);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        (await claim.SendImageTextAsync(text)).RtMsg.ShouldBe("影像文件不符合要求：" + why);
        (await claim.SendImageTextAsync("")).RtMsg.ShouldContain("imageBase64");
        await NothingStaysAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Chunks_without_end_are_read_to_the_limit_and_no_further(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var endless = Chunked(file =>
        {
            while (file.Length < 2_900_000) Images.Chunk(file, "tEXt", []);
        });
        (await claim.SendImageAsync(endless)).RtMsg.ShouldBe("影像文件不符合要求：PNG不完整，缺少结束块");
        await NothingStaysAsync(host);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task An_image_is_sealed_in_the_folder_and_given_back_byte_for_byte(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        foreach (var (content, fileType) in new[]
        {
            (Images.Png(text: "clear text in it"), "png"), (Images.Jpeg(text: "clear text in it"), "JPG"), (Images.Pdf("clear text in it"), "Pdf"), (Images.PngOf(3 * 1024 * 1024, "clear text in it"), "png"),
            (Images.PngOf(32 * 1024), "png"), (Images.PngOf((32 * 1024) + 1), "png"), (Images.Png(10_000, 5_000), "png"),
        })
        {
            (await claim.SendImageAsync(content, fileType)).RtMsg.ShouldBe("成功");
            var (type, shown) = await ShowAsync(host, claim.CaseId, content);
            shown.ShouldBe(content);
            type.ShouldBe(fileType.ToUpperInvariant() switch { "PNG" => "image/png", "JPG" => "image/jpeg", _ => "application/pdf" });
        }

        foreach (var file in Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories))
        {
            var kept = await File.ReadAllBytesAsync(file);
            Encoding.Latin1.GetString(kept).ShouldStartWith("YBIMG");
            kept.AsSpan().IndexOf("clear text in it"u8).ShouldBe(-1);
            kept.AsSpan().IndexOf("IHDR"u8).ShouldBe(-1);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task The_same_image_is_one_file_whatever_it_is_called(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var before = Files(host);
        var content = Images.Png(text: "twice");
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => claim.SendImageAsync(content, imageType: i % 2 == 0 ? "3044" : "3032")));
        replies.ShouldAllBe(reply => reply.RtCode == "0000");
        (await host.NumberAsync("SELECT COUNT(*) FROM case_images WHERE image_type <> '3001'")).ShouldBe(2);
        (Files(host) - before).ShouldBe(1);
        (await ShowAsync(host, claim.CaseId, content)).Content.ShouldBe(content);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_case_takes_two_hundred_images_and_known_ones_again(string database)
    {
        await using var host = await HuiminHost.StartAsync(database);
        var claim = await new TestCase(host.First, TestPatient.Rich).ApplyAsync();
        var images = Enumerable.Range(0, 200).Select(i => Images.Png(text: $"page {i}")).ToList();
        foreach (var some in images.Chunk(20))
            (await Task.WhenAll(some.Select(image => claim.SendImageAsync(image)))).Count(reply => reply.RtCode == "0000").ShouldBe(some[^1] == images[^1] ? 19 : 20); // the letter is one of them
        (await claim.SendImageAsync(Images.Png(text: "one more"))).RtMsg.ShouldBe("案件影像数量已达上限");
        (await claim.SendImageAsync(images[0])).RtCode.ShouldBe("0000");
    }

    private static async Task NothingStaysAsync(HuiminHost host)
    {
        (await host.NumberAsync("SELECT COUNT(*) FROM case_images WHERE image_type <> '3001'")).ShouldBe(0);
        Files(host).ShouldBe(1); // the letter
        host.Log.Errors.ShouldBeEmpty();
    }

    private static int Files(HuiminHost host) => Directory.EnumerateFiles(host.ImageFolder, "*", SearchOption.AllDirectories).Count();

    internal static async Task<(string? Type, byte[] Content)> ShowAsync(HuiminHost host, string caseId, byte[] content)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Internal-Token", TestHospital.InternalToken);
        using var answer = await http.GetAsync(new Uri(host.Address, $"/internal/claims/{caseId}/images/{Convert.ToHexStringLower(Sm3.Hash(content))}"));
        answer.EnsureSuccessStatusCode();
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Changed(byte[] file, int at)
    {
        var changed = file.ToArray();
        changed[at] ^= 1;
        return changed;
    }

    /// <summary>A PNG's beginning, and what a test puts behind it.</summary>
    private static byte[] Chunked(Action<Stream> behind)
    {
        using var file = new MemoryStream();
        file.Write(Whole.AsSpan(0, 33));
        behind(file);
        return file.ToArray();
    }
}
