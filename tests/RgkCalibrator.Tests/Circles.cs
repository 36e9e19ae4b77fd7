namespace RgkCalibrator.Tests;

/// <summary>
/// Circles in what uses what: the strongly connected components of more than one node (Tarjan 1972,
/// doi:10.1137/0201010).
/// </summary>
internal static class Circles
{
    /// <summary>Each circle, as the names in it; what a node uses outside the graph does not count.</summary>
    public static List<string> In(IReadOnlyDictionary<string, HashSet<string>> uses)
    {
        var search = new Search(uses);
        foreach (var node in uses.Keys.Order(StringComparer.Ordinal))
            search.Visit(node);
        return search.Found;
    }

    private sealed class Search(IReadOnlyDictionary<string, HashSet<string>> uses)
    {
        private readonly Dictionary<string, int> _low = [];
        private readonly Stack<string> _open = new();
        private readonly HashSet<string> _isOpen = [];

        public List<string> Found { get; } = [];

        public void Visit(string node)
        {
            if (_low.ContainsKey(node))
                return;
            var number = _low.Count;
            _low[node] = number;
            _open.Push(node);
            _isOpen.Add(node);
            foreach (var used in uses[node].Where(uses.ContainsKey))
            {
                Visit(used);
                if (_isOpen.Contains(used))
                    _low[node] = Math.Min(_low[node], _low[used]);
            }

            if (_low[node] == number)
                Close(node);
        }

        private void Close(string node)
        {
            List<string> circle = [];
            do
            {
                circle.Add(_open.Pop());
                _isOpen.Remove(circle[^1]);
            }
            while (circle[^1] != node);
            if (circle.Count > 1)
                Found.Add(string.Join(", ", circle.Order(StringComparer.Ordinal)));
        }
    }
}
