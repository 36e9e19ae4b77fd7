using System.Text;

namespace RgkCalibrator.Tests.Hostile;

/// <summary>A file, or what goes for one, that is to break whoever reads it, and how the program must end.</summary>
/// <param name="Name">What is odd about it.</param>
/// <param name="Make">Makes it in an empty folder, and gives the arguments of the program.</param>
/// <param name="Codes">The exit codes that are right: as a rule one.</param>
internal sealed record HostileCase(string Name, Func<string, string[]> Make, params int[] Codes)
{
    /// <summary>Stands in the cells of every file; nothing that the program says may hold it.</summary>
    public const string Canary = "KANARIE";

    public const string Header = "client_id;product_code;start_date;end_date;volume;unit;provider_id";

    /// <summary>Rows without a fault, from which every format can be told.</summary>
    public const string Rows =
        "KANARIE-1;54002;13-03-2019;31-03-2019;4,5;uur;KANARIE-p\n"
        + "KANARIE-2;45C02;14-04-2019;30-04-2019;12,25;uur;KANARIE-p\n";

    /// <summary>Whether it could hang the program, fill the memory or end the process: it gets its own.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>A file with these bytes, to be validated.</summary>
    public static HostileCase OfBytes(string name, string file, Func<byte[]> content, params int[] codes)
    {
        return new(name, Make, codes);

        string[] Make(string folder)
        {
            File.WriteAllBytes(Path.Combine(folder, file), content());
            return ["validate", Path.Combine(folder, file)];
        }
    }

    /// <summary>A CSV file with this text.</summary>
    public static HostileCase OfText(string name, string text, params int[] codes) =>
        OfBytes(name, "invoer.csv", () => Encoding.UTF8.GetBytes(text), codes);

    /// <summary>A CSV file with sound rows, and among them this one: too few to leave a question.</summary>
    public static HostileCase OfRow(string name, string row, params int[] codes) =>
        OfText(
            name, $"{Header}\n{Rows}{row}\n" + string.Concat(Enumerable.Repeat(Rows, 50)), codes);

    /// <summary>A file that a program writes while it is read, or which is too large to be held.</summary>
    public static HostileCase OfStream(string name, Action<Stream> write, params int[] codes)
    {
        return new(name, Make, codes);

        string[] Make(string folder)
        {
            var path = Path.Combine(folder, "invoer.csv");
            using var file = File.Create(path);
            write(file);
            return ["validate", path];
        }
    }
}
