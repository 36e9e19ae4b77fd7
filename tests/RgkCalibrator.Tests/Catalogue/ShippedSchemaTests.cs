using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Serialization;

namespace RgkCalibrator.Tests.Catalogue;

/// <summary>The schema for editors, by a validator of others.</summary>
public sealed class ShippedSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Repository.PathOf("data/catalogue/catalogue.schema.json")));

    [Fact]
    public void The_catalogue_that_ships_is_valid() => Assert.True(Schema.Evaluate(Json(Shipped())).IsValid);

    [Theory]
    [InlineData("framework: rgk", "framework: RGK")]
    [InlineData("unit: dagdeel", "eenheid: dagdeel")]
    [InlineData("duration: 12 maand", "duration: twaalf maanden")]
    [InlineData("volume: 312", "volume: -312")]
    [InlineData("age: 2", "age: twee")]
    public void A_catalogue_with_a_mistake_is_not(string right, string wrong)
    {
        var text = Shipped();
        var place = text.IndexOf(right, StringComparison.Ordinal);

        Assert.True(Schema.Evaluate(Json(text)).IsValid);
        Assert.False(Schema.Evaluate(Json(text[..place] + wrong + text[(place + right.Length)..])).IsValid);
    }

    private static string Shipped() => File.ReadAllText(Repository.PathOf("data/catalogue/haaglanden-2025.yaml"));

    // As an editor reads it: what is not quoted can be a number or a truth value.
    private static JsonElement Json(string yaml)
    {
        var read = new DeserializerBuilder()
            .WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonSerializer.SerializeToElement(Node(read));
    }

    private static JsonNode? Node(object? value) => value switch
    {
        Dictionary<object, object?> map => new JsonObject(
            map.Select(pair => KeyValuePair.Create((string)pair.Key, Node(pair.Value)))),
        List<object?> list => new JsonArray([.. list.Select(Node)]),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
