using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using RgkCalibrator.Disclosure.Releases;
using RgkCalibrator.Framework;
using RgkCalibrator.Groups;
using RgkCalibrator.Tests.Disclosure.Attack;
using RgkCalibrator.Tests.Groups;

namespace RgkCalibrator.Tests.Disclosure.Releases;

/// <summary>The ledger of releases as a file, whole and damaged.</summary>
public sealed class LedgerFormatTests
{
    private static readonly ReleaseKeys Keys = new([.. Enumerable.Range(0, 9000).Select(child => (ulong)child)], [0]);

    private static readonly byte[] Ledger = Written();

    public static TheoryData<string, Action<JsonObject>> Damages => new()
    {
        { "another format", root => root["format"] = "else" },
        { "another version", root => root["formatVersion"] = 1 },
        { "no products", root => root["products"] = null },
        { "a product that is nothing", root => root["products"]![0] = null },
        { "a product without a code", root => Product(root).Remove("code") },
        { "a property that nobody knows", root => Product(root)["extra"] = 1 },
        { "no children", root => Product(root).Remove("children") },
        { "children that are no column", root => Product(root)["children"] = "!" },
        { "a column that is cut", root => Product(root)["children"] = Convert.ToBase64String(new byte[12]) },
        { "more records than children", root => Product(root)["records"] = Column(1) },
        {
            "a child twice", root =>
            {
                Product(root)["children"] = Column(3, 3);
                Product(root)["records"] = Column(1, 2);
            }
        },
        { "no lines", root => Product(root).Remove("lines") },
        { "a line that is nothing", root => Product(root)["lines"]![0] = null },
        { "nothing shown of a line", root => Line(root).Remove("line") },
        { "a line without its proposal", root => Shown(root).Remove("chosen") },
        { "a line without its marks", root => Shown(root)["marks"] = null },
        { "a percentile above 100", root => Shown(root)["chosen"]!["percentage"] = 120 },
        { "a percentile that is a text", root => Shown(root)["chosen"]!["percentage"] = "80" },
        { "an estimator that nobody knows", root => Shown(root)["estimator"] = "Else" },
        { "values without points", root => Behind(root).Remove("points") },
        { "more values than children", root => Behind(root)["values"] = Column(1) },
    };

    [Fact]
    public void A_ledger_is_read_as_it_was_written()
    {
        var read = LedgerFormat.Read(new MemoryStream(Ledger));

        Assert.Equal(Ledger, Bytes(read!));
        Assert.Null(LedgerFormat.Read(new MemoryStream("geen json"u8.ToArray())));
        Assert.Null(LedgerFormat.Read(new MemoryStream(Ledger[..(Ledger.Length / 2)])));
        Assert.Null(LedgerFormat.Read(new MemoryStream()));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_ledger_is_none(string name, Action<JsonObject> damage)
    {
        var root = JsonNode.Parse(Ledger)!.AsObject();
        damage(root);

        Assert.True(LedgerFormat.Read(new MemoryStream(Utf8(root))) is null, name);
        Assert.NotNull(LedgerFormat.Read(new MemoryStream(Utf8(JsonNode.Parse(Ledger)!.AsObject()))));
    }

    [Fact]
    public void Delayed_entries_with_the_same_days_are_counted_each()
    {
        var delayed = new DelayedEntries(12);
        delayed.EntryDays.AsSpan().Fill(30);
        delayed.Days.AsSpan().Fill(90);
        delayed.Days[11] = 91;
        var group = Care.Group(
            Care.Usual, Enumerable.Range(0, 20).Select(child => Care.Of(child, 1, 10)), delayed: delayed);

        var records = ChildRecords.Of(new ProductGroups(group), Keys);

        Assert.Equal(20 + 12, records.Count);
    }

    private static JsonObject Product(JsonObject root) => root["products"]![0]!.AsObject();

    private static JsonObject Line(JsonObject root) => Product(root)["lines"]![0]!.AsObject();

    private static JsonObject Shown(JsonObject root) => Line(root)["line"]!.AsObject();

    private static JsonObject Behind(JsonObject root) => Line(root)["behind"]![0]!.AsObject();

    private static string Column(params ulong[] numbers) =>
        Convert.ToBase64String(MemoryMarshal.AsBytes(numbers.AsSpan()));

    private static byte[] Utf8(JsonObject root) => System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());

    private static byte[] Written()
    {
        var group = Care.Group(
            Care.Usual, Enumerable.Range(0, 300).Select(child => Care.Of(child, child % 3, 10 + (child % 90))));
        var region = new RandomRelease([new ProductGroups(group)], new FrameworkSettings());
        return Bytes(HeldDraft.From(
            region.By(RandomRelease.Together),
            new ReleaseMaterial(region.Products, region.Lines, [], region.Settings, Keys),
            ReleaseLedger.Empty, RandomRelease.Together).Ledger);
    }

    private static byte[] Bytes(ReleaseLedger ledger)
    {
        using var file = new MemoryStream();
        LedgerFormat.Write(ledger, file);
        return file.ToArray();
    }
}
