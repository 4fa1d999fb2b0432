/** Mantine's styles that the room needs and no page outside of it. */
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Alert.layer.css';

export const roomStyles = true;
