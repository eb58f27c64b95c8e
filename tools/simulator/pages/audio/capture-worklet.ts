// TypeScript's DOM library lacks the types of the audio thread.
declare class AudioWorkletProcessor {
	readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

class Capture extends AudioWorkletProcessor {
	process(inputs: Float32Array[][]): boolean {
		const channel = inputs[0]?.[0];
		if (channel) this.port.postMessage(channel.slice());
		return true;
	}
}

registerProcessor("capture", Capture);
