"""The report's own words."""

from __future__ import annotations

KINDS = {
    "zh": {
        "error": "错误", "unsettled": "未能断定", "rule": "关系式不成立", "revision": "修订",
        "definition": "口径或基数", "rounding": "尾数取舍", "date": "时点", "target": "计划数",
        "price base": "价格基期", "scope": "范围", "denominator": "分母", "reversed": "次序颠倒",
        "clipped": "截尾", "sum": "合计不符", "repeated": "重复填列", "break": "中断",
    },
    "en": {
        "error": "Error", "unsettled": "Not settled", "rule": "Rule broken",
        "revision": "Revision", "definition": "Scope or definition", "rounding": "Rounding",
        "date": "Date", "target": "Target", "price base": "Price base", "scope": "Scope",
        "denominator": "Denominator", "reversed": "Reversed order", "clipped": "Clipped",
        "sum": "Sum that misses", "repeated": "Repeated", "break": "Break",
    },
}  # fmt: skip

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "title": "不一致之处", "error": "错误", "warning": "待定", "note": "说明",
        "claims": "条陈述", "facts": "个事实",
        "set aside": "不予采用", "side": "一说", "kept": "采用", "figure": "指标",
        "value": "所印数字", "source": "来源", "date": "日期", "place": "位置",
        "likely": "可能应为", "none": "没有不一致之处。", "rule": "关系式",
        "decide": "写入 decisions.toml 以定取舍：", "cost": "代价（负对数似然）",
        "otherwise": "也可改为不采用下列陈述，以消除这一矛盾：",
        "unproven": "搜索未穷尽：也许另有解释，代价至多小{gap}。",
        "picture": "各说法的区间；色带为其余数字所要求的范围",
        "decisions": "已作的取舍", "verdict": "结论", "who": "何人", "when": "何时", "why": "理由",
        "stale": "所指陈述已不存在",
        "rules": "关系式的诊断", "tested": "检验", "failed": "不成立", "open": "不能断定",
        "named": "涉及矛盾", "with": "不能同时成立：", "range": "多数数字在此之间：",
        "outliers": "离群的增速", "no outliers": "没有离群的增速。",
        "sound": "成立", "contradictory": "自相矛盾", "redundant": "多余",
        "never tested": "从未检验", "too tight": "过严",
        "breaks": "序列中断", "footing": "新口径始于", "kind": "类别", "published": "所公布",
        "restated": "按新口径", "factor": "衔接系数",
        "proposed": "数字提示的中断（未申明，可写入目录）：", "figures": "数字数",
        "revised": "修订", "prints": "历次公布", "total": "合计修订（%，比率为百分点）",
        "mean": "平均修订", "size": "平均绝对修订", "sign": "符号检验 p", "biased": "首次公布有偏",
        "how": "t 值按Newey–West（1987）容许前后相关；六个以上数字、|t|>2且符号检验 p<0.05 判为有偏"
               "（OECD修订分析，McKenzie与Gamba 2008）。",
        "more": "其余", "chart": "各期数字的合计修订",
    },
    "en": {
        "title": "Disagreements", "error": "Errors", "warning": "Open", "note": "Notes",
        "claims": "claims", "facts": "facts",
        "set aside": "set aside", "side": "one side", "kept": "kept", "figure": "Figure",
        "value": "As printed", "source": "Source", "date": "Date", "place": "Place",
        "likely": "likely", "none": "There are no disagreements.", "rule": "Rule",
        "decide": "To decide, write into decisions.toml:", "cost": "cost (- log likelihood)",
        "otherwise": "It would also do, for this conflict, to set aside instead:",
        "unproven": "The search was cut short: another explanation may cost less, "
                    "by {gap} at most.",
        "picture": "the interval of each print; the band is where the other figures put it",
        "decisions": "Decisions", "verdict": "Verdict", "who": "Who", "when": "When", "why": "Why",
        "stale": "names a claim that is gone",
        "rules": "The rules diagnosed", "tested": "tested", "failed": "failed", "open": "open",
        "named": "named", "with": "cannot hold with:", "range": "most figures lie in:",
        "outliers": "Growth that stands out", "no outliers": "No growth stands out.",
        "sound": "sound", "contradictory": "contradictory", "redundant": "redundant",
        "never tested": "never tested", "too tight": "too tight",
        "breaks": "Breaks in series", "footing": "New footing from", "kind": "Kind",
        "published": "Published", "restated": "Restated", "factor": "Linking factor",
        "proposed": "Breaks that the figures suggest (not declared; for a catalogue):",
        "figures": "figures", "revised": "Revisions", "prints": "Prints",
        "total": "Total revision (%, points for ratios)", "mean": "Mean revision",
        "size": "Mean absolute revision", "sign": "Sign test p", "biased": "first prints biased",
        "how": "t allows for revisions that hang together (Newey and West 1987); biased: six "
               "figures and more, |t| > 2 and p < 0.05 in the sign test (OECD revision analysis, "
               "McKenzie and Gamba 2008).",
        "more": "more", "chart": "total revision of each figure, by period",
    },
}  # fmt: skip
