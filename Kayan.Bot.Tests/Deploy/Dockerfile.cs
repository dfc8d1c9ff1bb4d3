namespace Kayan.Bot.Tests.Deploy;

/// <summary>The Dockerfile's instructions, lines that go on joined.</summary>
internal sealed class Dockerfile
{
    private Dockerfile(IReadOnlyList<(string Stage, string Instruction, string Arguments)> instructions) => Instructions = instructions;

    public IReadOnlyList<(string Stage, string Instruction, string Arguments)> Instructions { get; }

    /// <summary>What is given to dotnet in the one line that publishes.</summary>
    public IReadOnlyList<string> PublishArguments =>
        Of("RUN").Select(run => run.Arguments).Single(run => run.StartsWith("dotnet publish ", StringComparison.Ordinal)).Split(' ')[1..];

    public static Dockerfile Load()
    {
        var stage = "";
        var instructions = new List<(string, string, string)>();
        var text = DeployFolder.Read("Dockerfile").Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (instruction, arguments) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());
            stage = instruction == "FROM" ? arguments.Split(" AS ")[1] : stage;
            instructions.Add((stage, instruction, arguments));
        }

        return new(instructions);
    }

    public IEnumerable<(string Stage, string Arguments)> Of(string instruction) =>
        Instructions.Where(one => one.Instruction == instruction).Select(one => (one.Stage, one.Arguments));
}
