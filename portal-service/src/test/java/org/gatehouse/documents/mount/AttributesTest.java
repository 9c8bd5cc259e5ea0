package org.gatehouse.documents.mount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void showTheModeOfTheRealFile() {
        assertThat(Attributes.shownMode(0100644, true)).isEqualTo(0100644);
    }

    @Test
    void showNoRightToWriteWhereThereIsNone() {
        assertThat(Attributes.shownMode(0100666, false)).isEqualTo(0100444);
    }

    @Test
    void showNoBitsThatGiveRights() {
        assertThat(Attributes.shownMode(0107755, true)).isEqualTo(0100755);
    }

    @Test
    void numberFilesOfSeveralDevicesApart() {
        assertThat(Attributes.inode(0x801, 7)).isNotEqualTo(Attributes.inode(0x802, 7));
        assertThat(Attributes.inode(0x801, 7)).isEqualTo(Attributes.inode(0x801, 7));
    }
}
