namespace YbPay.Cashier.Tests.Browsers;

/// <summary>What is measured of a page in a browser, whatever page it is.</summary>
internal static class Measures
{
    /// <summary>How far the page sticks out of the view, in CSS pixels.</summary>
    public const string Overflow = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth";

    /// <summary>Pairs of texts whose boxes cut into each other by more than a pixel; the fixed bar and closed dialogs are apart.</summary>
    public const string Overlaps = """
        () => {
          const leaves = [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && !e.closest('.bar') && !e.closest('dialog') && e.textContent.trim()
            && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length);
          const found = [];
          for (const a of leaves) for (const b of leaves) {
            if (a === b || a.contains(b) || b.contains(a)) continue;
            const p = a.getBoundingClientRect(), q = b.getBoundingClientRect();
            if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1) found.push(a.className + ' / ' + b.className);
          }
          return found;
        }
        """;

    /// <summary>Texts whose contrast with what lies behind them is under 4.5, with the measured value.</summary>
    public const string Faint = """
        () => {
          const rgb = text => text.match(/[\d.]+/g).map(Number);
          const light = c => { const f = c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
          const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
            .map(e => { const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e)); return [e.className || e.tagName, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; })
            .filter(found => found[1] < 4.5).map(found => found[0] + ' ' + found[1].toFixed(2));
        }
        """;

    /// <summary>What can be tapped and is lower or narrower than a finger (44 CSS pixels), by its text.</summary>
    public const string Small = """
        () => [...document.querySelectorAll('a, button, label, input[type=text]')].filter(e => e.getClientRects().length)
          .map(e => [e.closest('label') ?? e, e.textContent.trim() || e.name]).map(([e, name]) => [e.getBoundingClientRect(), name, e.querySelector('input') || e.tagName !== 'LABEL'])
          .filter(([box, , isTarget]) => isTarget && (box.height < 44 || box.width < 44)).map(([box, name]) => name + ' ' + box.width + 'x' + box.height)
        """;

    /// <summary>Fields that nobody is told the name of.</summary>
    public const string Nameless = """
        () => [...document.querySelectorAll('input, select, textarea')].filter(e => e.type !== 'hidden' && !e.labels.length && !e.getAttribute('aria-label')).map(e => e.outerHTML)
        """;

    /// <summary>What the next stops of the Tab key are called.</summary>
    public static async Task<List<string>> TabsAsync(this Phone phone, int times)
    {
        List<string> names = [];
        for (var i = 0; i < times; i++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            names.Add(await phone.Page.EvaluateAsync<string>("() => (document.activeElement.closest('label') ?? document.activeElement).textContent.trim()"));
        }

        return names;
    }
}
