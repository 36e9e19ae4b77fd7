using System.Text;

namespace RgkCalibrator.Cli;

/// <summary>Text in two columns of a fixed width, so that help is the same on every screen.</summary>
internal sealed class HelpText
{
    private const int Width = 100;
    private const int Indent = 24;

    private readonly StringBuilder _text = new();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>A term, and beside it what it means; below it when the term is long.</summary>
    public void Entry(string term, string meaning)
    {
        var line = ("  " + term).PadRight(Indent);
        foreach (var word in meaning.Split(' '))
        {
            if (line.Length > Indent && (line.Length + word.Length + 1 > Width || line[Indent - 1] != ' '))
            {
                Line(line.TrimEnd());
                line = new string(' ', Indent);
            }

            line += line.Length == Indent ? word : " " + word;
        }

        Line(line);
    }

    public override string ToString() => _text.ToString();
}
