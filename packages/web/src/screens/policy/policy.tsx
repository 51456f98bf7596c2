import { Gallery } from "../gallery/gallery.tsx";

const families = ["policy", "causal"];

export default function Policy() {
  return <Gallery screen="policy" families={families} />;
}
