"""Memory: the same inputs give the same result without work; damage is made again."""

from pathlib import Path

from bluebook.press.memory import Memory, digest


def test_a_step_is_made_once(tmp_path: Path) -> None:
    calls: list[int] = []

    def make() -> list[int]:
        calls.append(1)
        return [1, 2, 3]

    first = Memory(tmp_path).recall("step a", ["k"], make, list[int])
    again = Memory(tmp_path).recall("step a", ["k"], make, list[int])
    other = Memory(tmp_path).recall("step a", ["l"], make, list[int])
    assert first.value == again.value == other.value == [1, 2, 3]
    assert first.digest == again.digest == other.digest
    assert len(calls) == 2


def test_a_damaged_result_is_made_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.recall("step", ["k"], lambda: b"good")
    [path] = tmp_path.glob("step/*")
    for damage in (b"", b"x", path.read_bytes()[:-1], path.read_bytes() + b"!"):
        path.write_bytes(damage)
        assert Memory(tmp_path).recall("step", ["k"], lambda: b"good").value == b"good"


def test_borders_of_parts_count() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_forget_keeps_what_was_used(tmp_path: Path, monkeypatch: object) -> None:
    from bluebook.press import memory as module

    old = Memory(tmp_path)
    old.recall("step", ["old"], lambda: b"x" * 100)
    new = Memory(tmp_path)
    new.recall("step", ["new"], lambda: b"y" * 100)
    monkeypatch.setattr(module, "KEEP_BYTES", 150)  # type: ignore[attr-defined]
    new.forget()
    assert new.known("step", ["new"]) and not new.known("step", ["old"])
