// The types of the audio thread are not in TypeScript's DOM library.
declare class AudioWorkletProcessor {
	readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Hands the microphone's samples to the page, block by block. */
class Capture extends AudioWorkletProcessor {
	process(inputs: Float32Array[][]): boolean {
		const channel = inputs[0]?.[0];
		if (channel) this.port.postMessage(channel.slice());
		return true;
	}
}

registerProcessor("capture", Capture);
