using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RgkCalibrator.Catalogue;
using RgkCalibrator.Statistics.Quantiles;

namespace RgkCalibrator.Disclosure.Releases;

/// <summary>
/// A release of a product as JSON. Safe values have no constructor that others can call; here they are read back as
/// they were written. Long columns are in base64, eight bytes a number, the lowest first.
/// </summary>
internal static class ReleaseFormat
{
    /// <summary>How it is written.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new JsonStringEnumConverter(), new PercentageConverter(), new ColumnConverter<ulong>(),
            new ColumnConverter<double>(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadSafeValues } },
    };

    /// <summary>Writes a ledger.</summary>
    internal static void Write<T>(T ledger, Stream file)
    {
        JsonSerializer.Serialize(file, ledger, Options);
        file.WriteByte((byte)'\n');
    }

    /// <summary>Reads a ledger; null where it is damaged or not whole.</summary>
    internal static T? Read<T>(Stream file, Func<T, bool> isWhole)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(file, Options) is { } read && isWhole(read) ? read : null;
        }
        catch (Exception other) when (other is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a file says that it is; null where it does not say so.</summary>
    internal static string? NameIn(Stream file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            return json.RootElement.GetProperty("format").GetString();
        }
        catch (Exception other) when (JsonReading.IsOtherForm(other))
        {
            return null;
        }
    }

    /// <summary>Whether two releases say the same of a product, in the same words.</summary>
    internal static bool AreEqual(ReleasedProduct one, ReleasedProduct other) =>
        one.Children.AsSpan().SequenceEqual(other.Children)
            && one.Records.AsSpan().SequenceEqual(other.Records)
            && JsonSerializer.SerializeToUtf8Bytes(one, Options).AsSpan()
                .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Options));

    private static void ReadSafeValues(JsonTypeInfo type)
    {
        var isSafe = type.Type.Namespace == typeof(SafeLine).Namespace && type.Type.GetConstructors().Length == 0;
        if (!isSafe || type.Kind != JsonTypeInfoKind.Object)
            return;
        var nullability = new NullabilityInfoContext();
        type.CreateObject = () => RuntimeHelpers.GetUninitializedObject(type.Type);
        foreach (var property in type.Properties.ToList())
        {
            // What is computed is not kept; nor is what a line belongs to, which is given anew.
            var field = ((PropertyInfo)property.AttributeProvider!).DeclaringType!.GetField(
                $"<{((PropertyInfo)property.AttributeProvider).Name}>k__BackingField",
                BindingFlags.Instance | BindingFlags.NonPublic);
            if (field is null || property.PropertyType == typeof(Product) || property.PropertyType == typeof(SafeLine))
                _ = type.Properties.Remove(property);
            else
                SetFrom(property, field);
        }

        // What is missing where there must be something is damage.
        void SetFrom(JsonPropertyInfo property, FieldInfo field)
        {
            property.Set = field.SetValue;
            property.IsRequired = nullability.Create(field).WriteState != NullabilityState.Nullable;
        }
    }

    private sealed class PercentageConverter : JsonConverter<Percentage>
    {
        public override Percentage Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Percentage.Of(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Percentage value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Halves / 2m);
    }

    private sealed class ColumnConverter<T> : JsonConverter<T[]>
        where T : unmanaged
    {
        public override T[] Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var bytes = reader.GetBytesFromBase64();
            return bytes.Length % Unsafe.SizeOf<T>() == 0
                ? MemoryMarshal.Cast<byte, T>(bytes).ToArray()
                : throw new JsonException("A column ends in the middle of a number.");
        }

        public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes(value.AsSpan()));
    }
}
