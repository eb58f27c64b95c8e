/** ITU-T Q.23: each key is a low and a high frequency. */
const low = [697, 770, 852, 941];
const high = [1209, 1336, 1477];
const keys = ["123", "456", "789", "*0#"];

let context: AudioContext | null = null;

export function playKey(key: string): void {
	const row = keys.findIndex((keys) => keys.includes(key));
	if (row < 0) return;
	play([low[row] ?? 0, high[keys[row]?.indexOf(key) ?? 0] ?? 0], 0.12);
}

/** North American ringback: 440 and 480 Hz. */
export const playRingback = () => play([440, 480], 1.2);

export const playBeep = () => play([1000], 0.4);

function play(frequencies: number[], seconds: number): void {
	context ??= new AudioContext();
	const gain = context.createGain();
	const end = context.currentTime + seconds;
	gain.gain.setValueAtTime(0.06, context.currentTime);
	gain.gain.setValueAtTime(0.06, end - 0.02);
	gain.gain.linearRampToValueAtTime(0, end);
	gain.connect(context.destination);
	for (const frequency of frequencies) {
		const oscillator = context.createOscillator();
		oscillator.frequency.value = frequency;
		oscillator.connect(gain);
		oscillator.start();
		oscillator.stop(end);
	}
}
