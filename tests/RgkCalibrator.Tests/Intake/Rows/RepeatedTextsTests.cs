using System.Text;
using RgkCalibrator.Engine;
using RgkCalibrator.Intake.Columns;
using RgkCalibrator.Intake.Lines;
using RgkCalibrator.Intake.Rows;

namespace RgkCalibrator.Tests.Intake.Rows;

/// <summary>Readers remember what they looked up last; the memory that a long text lay in is used again.</summary>
public sealed unsafe class RepeatedTextsTests
{
    [Theory]
    [InlineData("aanbieder-met-een-lange-naam-1", "aanbieder-met-een-lange-naam-2")]
    [InlineData("kort-1", "kort-2")]
    [InlineData("kort", "aanbieder-met-een-lange-naam-1")]
    public void A_provider_in_the_place_of_another_is_itself(string first, string second)
    {
        var dictionaries = new LineDictionaries();
        var reader = new ValueReader(dictionaries.Providers);
        var room = new byte[64];

        var numbers = new List<ushort>();
        foreach (var provider in (string[])[first, second, second, first])
        {
            fixed (byte* memory = room)
            {
                var handle = Handle(provider, memory);
                numbers.Add(reader.Read(new Column(&handle, 1), 0));
            }
        }

        Assert.Equal([first, second], numbers.Distinct().Select(number => dictionaries.Providers.Values[number]));
        Assert.Equal([numbers[0], numbers[1], numbers[1], numbers[0]], numbers);
    }

    [Theory]
    [InlineData("een-lange-productcode-1", "een-lange-productcode-2")]
    [InlineData("45C02", "45C03")]
    public void A_product_in_the_place_of_another_is_itself(string first, string second)
    {
        var dictionaries = new LineDictionaries();
        var reader = new KindReader(dictionaries, Reading.AllProducts);
        var room = new byte[64];

        var codes = new List<string>();
        foreach (var product in (string[])[first, second, second, first])
        {
            fixed (byte* memory = room)
            {
                var (code, unit) = (Handle(product, memory), Handle("uur", memory + 32));
                codes.Add(reader.Read(Rows(&code, &unit), 0, 18_000).Kind!.Product.Code);
            }
        }

        Assert.Equal([first, second, second, first], codes);
    }

    [Fact]
    public void A_value_that_stands_for_another_does_so_in_every_row()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["m"] = "minuut",
            ["u"] = "uur",
            [" uren "] = "uur",
            ["een lange eenheid"] = "dagdeel",
        };
        string[] texts =
            ["m", "u", "m", "x", "een lange eenheid", "", "u", "uren", " u", "een lange andere", "M", "m", "q", "a"];
        var mapped = new MappedValues(new MappedColumn(CanonicalColumn.Unit, ["unit"]) { Values = values });

        fixed (byte* memory = new byte[64 * texts.Length])
        {
            var handles = new TextHandle[texts.Length];
            for (var row = 0; row < texts.Length; row++)
                handles[row] = Handle(texts[row], memory + (64 * row));
            var filled = new TextHandle[texts.Length];
            fixed (TextHandle* given = handles)
                mapped.Fill(new Column(given, texts.Length), texts.Length, filled);

            Assert.Equal(
                texts.Select(text => values.GetValueOrDefault(text) ?? values.GetValueOrDefault(text.Trim())
                    ?? (text == "uren" ? "uur" : text)),
                filled.Select(handle => Encoding.UTF8.GetString(handle.Bytes)));
        }
    }

    private static TextHandle Handle(string text, byte* memory)
    {
        var length = Encoding.UTF8.GetBytes(text, new Span<byte>(memory, 32));
        return TextHandle.Of(memory, length);
    }

    private static RowColumns Rows(TextHandle* product, TextHandle* unit) => new()
    {
        Count = 1,
        Number = default,
        Ticks = default,
        Client = default,
        Product = new Column(product, 1),
        Unit = new Column(unit, 1),
        Start = default,
        End = default,
    };
}
