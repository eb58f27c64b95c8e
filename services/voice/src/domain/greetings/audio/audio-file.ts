import type { AudioType } from "@cloudpbx/contracts/words/extension-limits";

export type AudioFile = { ok: true; type: AudioType; seconds: number } | { ok: false; reason: string };
