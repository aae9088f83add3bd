"""Makes a voice for Piper of some 750 bytes, in which every phoneme is a tone of its own pitch."""

import json
from functools import cache
from pathlib import Path

# Three marks as in real voices, and the letters of the phonetic alphabet that Dutch and English need.
PHONEMES = "_^$ !',-.:;?abdefhijklmnoprstuvwxyzæðøŋœɐɑɔəɛɡɣɪɲɵɹɾʃʊʋʌʒʔʲθˈˌː\u0303"
RATE = 22_050
SAMPLES_PER_PHONEME = 256
"""At the voice's own pace."""

DESCRIPTION: dict[str, object] = {
    "audio": {"sample_rate": RATE, "quality": "low"},
    "espeak": {"voice": "nl"},
    "language": {"code": "nl_NL", "family": "nl"},
    "phoneme_type": "espeak",
    "num_symbols": len(PHONEMES),
    "num_speakers": 1,
    "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
    "phoneme_id_map": {phoneme: [number] for number, phoneme in enumerate(PHONEMES)},
}

MODEL = """
<ir_version: 8, opset_import: ["" : 15]>
tones (int64[1, count] input, int64[1] input_lengths, float[3] scales) => (float[1, 1, 1, time] output)
<float zero = {0}, float one = {1}, float length = {256}, float lowest = {0.034}, float step = {0.0043}, float loud = {LOUD},
 int64[1] last = {2}, int64[1] second = {1}, int64[4] flat = {1, 1, 1, -1}, float[3] same = {1, 1, 1}>
{
  ids = Cast <to = 1> (input)
  steps = Mul (ids, step)
  pitches = Add (steps, lowest)
  columns = Unsqueeze (pitches, last)
  moments = Range (zero, length, one)
  angles = Mul (columns, moments)
  waves = Sin (angles)
  tones = Mul (waves, loud)
  row = Reshape (tones, flat)
  pace = Gather (scales, second)
  stretch = Concat <axis = 0> (same, pace)
  output = Resize <mode = "nearest"> (row, , stretch)
}
"""
"""In ONNX's own notation; the inputs and the output are those of the voices that Piper trains."""


def a_tiny_voice(folder: Path, name: str = "nl_NL-toon-low", loud: float = 0.3, **changes: object) -> Path:
    """The model; beside it stands its description with these changes, where None leaves the part out."""
    model = folder / f"{name}.onnx"
    model.write_bytes(_model(loud))
    description = {part: value for part, value in {**DESCRIPTION, **changes}.items() if value is not None}
    description_of(model).write_text(json.dumps(description), "utf-8")
    return model


def description_of(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


@cache
def _model(loud: float) -> bytes:
    import onnx.checker
    import onnx.parser

    model = onnx.parser.parse_model(MODEL.replace("LOUD", str(loud)))
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
