using System.Text.Json;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Yaml;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>The schema for editors against what the reader knows.</summary>
public sealed class CatalogueSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("data/catalogue/catalogue.schema.json"))).RootElement;

    private static readonly Dictionary<string, string[]> Blocks = new()
    {
        ["aims"] = CatalogueFile.AimKeys,
        ["trajectories"] = CatalogueFile.TrajectoryKeys,
        ["product"] = ProductReader.Keys,
        ["formerCode"] = ProductReader.FormerCodeKeys,
        ["existing"] = ProductLineReader.ExistingKeys,
        ["current"] = ProductLineReader.CurrentKeys,
        ["exceptionGround"] = ProductLineReader.GroundKeys,
        ["subgroup"] = SubgroupReader.Keys,
        ["when"] = SubgroupReader.ConditionKeys,
    };

    [Fact]
    public void Every_block_has_exactly_the_keys_that_the_reader_knows()
    {
        Assert.Equal(CatalogueFile.Keys, KeysOf(Schema));
        Assert.All(Blocks, block => Assert.Equal(block.Value, KeysOf(Definition(block.Key))));
        Assert.Equal(
            Blocks.Keys.Order(),
            Schema.GetProperty("$defs").EnumerateObject()
                .Where(one => one.Value.TryGetProperty("properties", out _)).Select(one => one.Name).Order());
    }

    [Fact]
    public void No_block_takes_other_keys() =>
        Assert.All(Blocks.Keys.Select(Definition).Prepend(Schema), block =>
            Assert.False(block.GetProperty("additionalProperties").GetBoolean()));

    [Fact]
    public void Its_words_are_those_of_the_reader()
    {
        Check(CatalogueFormats.Cohort, Key("trajectories", "cohortRule"));
        Check(CatalogueFormats.EndKnowledge, Key("trajectories", "endKnowledge"));
        Check(CatalogueFormats.Framework, Key("product", "framework"));
        Check(CatalogueFormats.Role, Key("product", "role"));
        Check(CatalogueFormats.Unit, Key("product", "unit"));
        Check(CatalogueFormats.Part, Key("product", "part"));
        Check(CatalogueFormats.Observation, Key("product", "observation"));
        Check(CatalogueFormats.Intensity, Key("product", "intensityUnit"));
        Check(CatalogueFormats.OwnMeasures, Definition("differentiates"));
        Check(CatalogueFormats.Order, Key("when", "order"));
        Assert.Equal(10, CountOfEnums(Schema));
    }

    [Fact]
    public void What_must_be_given_is_what_the_reader_misses()
    {
        const string Smallest = """
            trajectories: { observed: 2018-01-01..2023-12-31 }
            products:
              - code: 45C02
                name: Begeleiding
                framework: norm
                unit: uur
            """;
        CatalogueFile.Parse(Smallest, "klein.yaml");
        foreach (var key in new[] { "code", "name", "framework", "unit" })
        {
            Assert.Contains(key, Required("product"));
            var lines = Smallest.Split('\n')
                .Select(line => line.Replace(key + ":", "role: ambulatory #", StringComparison.Ordinal));
            var without = string.Join('\n', lines);
            Assert.Contains(
                $"'{key}'",
                Assert.Throws<CalibrationException>(() => CatalogueFile.Parse(without, "klein.yaml")).What.Dutch,
                StringComparison.Ordinal);
        }

        Assert.Equal(4, Required("product").Count);
    }

    [Fact]
    public void The_catalogue_that_ships_points_to_it() =>
        Assert.Equal(
            "# yaml-language-server: $schema=catalogue.schema.json",
            File.ReadLines(Repository.PathOf("data/catalogue/haaglanden-2025.yaml")).First());

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Key(string block, string key) =>
        Definition(block).GetProperty("properties").GetProperty(key);

    private static IEnumerable<string> KeysOf(JsonElement block) =>
        block.GetProperty("properties").EnumerateObject().Select(one => one.Name);

    private static List<string> Required(string block) =>
        [.. Definition(block).GetProperty("required").EnumerateArray().Select(key => key.GetString()!)];

    private static void Check<T>(YamlFormat<T> format, JsonElement schema) =>
        Assert.Equal(
            format.Words.Order(),
            schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).Order());

    private static int CountOfEnums(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Sum(one => (one.Name == "enum" ? 1 : 0) + CountOfEnums(one.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(CountOfEnums),
        _ => 0,
    };
}
