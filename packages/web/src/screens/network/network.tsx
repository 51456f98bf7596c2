import { Gallery } from "../gallery/gallery.tsx";

const families = ["network", "spatial"];

export default function Network() {
  return <Gallery screen="network" families={families} />;
}
