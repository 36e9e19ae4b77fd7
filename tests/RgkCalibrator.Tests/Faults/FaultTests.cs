using System.Globalization;
using RgkCalibrator.Tests.Cli;

namespace RgkCalibrator.Tests.Faults;

/// <summary>
/// Whatever fails, and whenever the program is killed: at its place stands what stood there, or what is new, whole.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int InputOutputError = 5;
    private const string Header = "client_id;product_code;start_date;end_date;volume;unit\n";
    private const string Row = "K1;45C02;2019-03-01;2019-03-31;2;uur\n";

    private static readonly ParallelOptions TwoAtOnce = new() { MaxDegreeOfParallelism = 2 };

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, string> _old;
    private readonly SortedDictionary<string, string> _new;

    public FaultTests()
    {
        File.WriteAllText(_folder["oud.csv"], Header + Row);
        File.WriteAllText(_folder["nieuw.csv"], Header + Row + Row);
        Validate(_folder["oud.csv"], _folder["oud"]);
        Validate(_folder["nieuw.csv"], _folder["nieuw"]);
        (_old, _new) = (SmallRegion.Files(_folder["oud"]), SmallRegion.Files(_folder["nieuw"]));
        Assert.NotEqual(_old, _new);
    }

    public void Dispose() => _folder.Dispose();

    [FaultFact]
    public void Whichever_call_fails_the_old_packet_or_the_new_one_is_in_place_and_the_code_tells_which() =>
        Parallel.For(1, Calls(isPlain: false).Count + 1, TwoAtOnce, at =>
            FailAt(Fresh($"f{Numbers.Whole(at)}"), at, isPlain: false));

    [FaultFact]
    public void Where_folders_cannot_be_exchanged_a_rename_that_fails_leaves_the_old_packet_in_place() =>
        Parallel.ForEach(Renames(), TwoAtOnce, at => FailAt(Fresh($"g{Numbers.Whole(at)}"), at, isPlain: true));

    [FaultFact]
    public void Killed_between_two_renames_verify_puts_the_old_packet_back()
    {
        var renames = Renames();
        Assert.Equal(3, renames.Count);
        Parallel.ForEach(renames, TwoAtOnce, at =>
        {
            var place = Fresh($"h{Numbers.Whole(at)}");
            Assert.Equal(FaultyRun.Killed, Run(new FaultyRun(place) { At = at, IsPlain = true }, place).Code);
            Assert.Equal(at != renames[1], Directory.Exists(Packet(place)));

            Assert.Equal(0, Outcome.Of("verify", Packet(place)).Code);

            Assert.Equal(at == renames[2] ? _new : _old, SmallRegion.Files(Packet(place)));
            Mend(place);
        });
    }

    [FaultFact]
    public void Killed_between_two_renames_a_next_run_that_fails_leaves_the_old_packet_in_place()
    {
        var place = Fresh("i");
        Assert.Equal(
            FaultyRun.Killed, Run(new FaultyRun(place) { At = Renames()[1], IsPlain = true }, place).Code);

        Assert.Equal(5, Outcome.Of("validate", _folder["nieuw.csv"], "--out", Packet(place), "--mapping", "x").Code);
        // It puts the packet back, and then finds that another command made it.
        var next = Outcome.Of("derive", _folder["nieuw.csv"], "--out", Packet(place), "--png", "none");

        Assert.Equal(5, next.Code);
        Assert.Contains("teruggezet", next.Error, StringComparison.Ordinal);
        Assert.Contains("rgk validate heeft gemaakt", next.Error, StringComparison.Ordinal);
        Assert.Equal(_old, SmallRegion.Files(Packet(place)));
    }

    [FaultFact]
    public void Killed_at_any_moment_the_old_packet_or_the_new_one_is_in_place()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("RGK_KILLS") ?? "30", CultureInfo.InvariantCulture);
        var (random, calls) = (new Random(1729), Calls(isPlain: false).Count);
        var moments = Enumerable.Range(0, kills).Select(_ => random.Next(1, calls + 1)).ToList();

        Parallel.ForEach(moments.Index(), TwoAtOnce, kill =>
        {
            var place = Fresh($"k{Numbers.Whole(kill.Index)}");
            var code = kill.Index % 2 == 0
                ? Run(new FaultyRun(place) { At = kill.Item }, place).Code
                : KillAfter(place, kill.Item / (double)calls);
            Assert.True(code is FaultyRun.Killed or 0);

            var found = SmallRegion.Files(Packet(place));
            Assert.True(found.SequenceEqual(_old) || found.SequenceEqual(_new));
            Mend(place);
        });
    }

    [FaultFact]
    public void Whichever_call_fails_a_single_file_is_the_old_one_or_the_new_one()
    {
        var log = _folder["calls"];
        var (before, after) = (Trajectories("oud.csv", "t"), Trajectories("nieuw.csv", "u"));
        Assert.NotEqual(before, after);
        var place = Directory.CreateDirectory(_folder["t1"]).FullName;
        File.WriteAllText(Path.Combine(place, "t.csv"), before);
        Assert.Equal(0, new FaultyRun(place) { Log = log }.Of(Arguments(place)).Code);

        Parallel.For(1, File.ReadLines(log).Count() + 1, TwoAtOnce, at =>
        {
            var own = Directory.CreateDirectory(_folder[$"s{Numbers.Whole(at)}"]).FullName;
            File.WriteAllText(Path.Combine(own, "t.csv"), before);
            var (code, error) = new FaultyRun(own) { At = at, Error = InputOutputError }.Of(Arguments(own));

            AssertTold(code, error);
            Assert.Equal(code == 0 ? after : before, File.ReadAllText(Path.Combine(own, "t.csv")));
            Assert.Equal(0, Outcome.Of(Arguments(own)).Code);
            Assert.Equal(["t.csv"], Directory.EnumerateFileSystemEntries(own).Select(Path.GetFileName));
        });

        string[] Arguments(string folder) =>
            ["trajectories", _folder["nieuw.csv"], "--out", Path.Combine(folder, "t.csv")];
    }

    private void FailAt(string place, int at, bool isPlain)
    {
        var run = new FaultyRun(place) { At = at, Error = InputOutputError, IsPlain = isPlain };
        var (code, error) = Run(run, place);

        AssertTold(code, error);
        Assert.Equal(code == 0 ? _new : _old, SmallRegion.Files(Packet(place)));
        Assert.Equal(Directory.Exists(Path.Combine(place, ".uit.onderweg")), error.Contains(
            "dit kon niet worden weggehaald: ", StringComparison.Ordinal));
        Mend(place);
    }

    /// <summary>Trouble is told in three lines and with its own code; it is never a fault of ours.</summary>
    private static void AssertTold(int code, string error)
    {
        Assert.True(code is 0 or 5, error);
        Assert.Equal(code == 5, error.Contains("Fout: ", StringComparison.Ordinal));
        Assert.Equal(code == 5, error.Contains("Waar: ", StringComparison.Ordinal));
    }

    /// <summary>A run that nothing befalls takes away what others left.</summary>
    private void Mend(string place)
    {
        Validate(_folder["nieuw.csv"], Packet(place));
        Assert.Equal(_new, SmallRegion.Files(Packet(place)));
        Assert.Equal(["uit"], Directory.EnumerateFileSystemEntries(place).Select(Path.GetFileName));
    }

    private int KillAfter(string place, double share)
    {
        using var process = new FaultyRun(place).Start("validate", _folder["nieuw.csv"], "--out", Packet(place));
        _ = process.WaitForExit(TimeSpan.FromSeconds(share));
        process.Kill();
        process.WaitForExit();
        return process.ExitCode;
    }

    private List<int> Renames() =>
        [.. Calls(isPlain: true).Index().Where(call => call.Item == "rename").Select(call => call.Index + 1)];

    private List<string> Calls(bool isPlain)
    {
        var log = _folder[$"calls-{isPlain}"];
        var place = Fresh($"calls-of-{isPlain}");
        Assert.Equal(0, Run(new FaultyRun(place) { Log = log, IsPlain = isPlain }, place).Code);
        return [.. File.ReadLines(log)];
    }

    private (int Code, string Error) Run(FaultyRun run, string place) =>
        run.Of("validate", _folder["nieuw.csv"], "--out", Packet(place));

    /// <summary>A folder with the old packet in it.</summary>
    private string Fresh(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        Validate(_folder["oud.csv"], Packet(_folder[name]));
        return _folder[name];
    }

    private static string Packet(string place) => Path.Combine(place, "uit");

    private static void Validate(string input, string packet) =>
        Assert.Equal(0, Outcome.Of("validate", input, "--out", packet).Code);

    private string Trajectories(string input, string name)
    {
        Assert.Equal(0, Outcome.Of("trajectories", _folder[input], "--out", _folder[name + ".csv"]).Code);
        return File.ReadAllText(_folder[name + ".csv"]);
    }
}
